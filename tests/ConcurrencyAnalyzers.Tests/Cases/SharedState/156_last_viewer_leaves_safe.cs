// The event is read once; or nobody leaves while it may be raised.
namespace Cases.SharedState.S156;

public sealed class Stream
{
    public event Action<string>? Frame;

    public event Action? Ended;

    public void Play(IEnumerable<string> frames)
    {
        foreach (var frame in frames)
        {
            Frame?.Invoke(frame);
        }
        if (Ended != null)
        {
            Ended();
        }
    }
}

public static class Viewer
{
    public static void Watch(Stream stream, IEnumerable<string> frames, Action<string> show, Action end)
    {
        var playing = new Thread(() => stream.Play(frames));
        stream.Frame += show;
        stream.Ended += end;
        playing.Start();
        Thread.Sleep(1000);
        stream.Frame -= show;
        playing.Join();
        stream.Ended -= end;
    }
}
