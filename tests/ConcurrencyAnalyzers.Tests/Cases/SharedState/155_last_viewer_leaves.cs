// The broadcast looks whether there are viewers and raises the event then; a viewer can leave in between.
namespace Cases.SharedState.S155;

public sealed class Stream
{
    public event Action<string>? Frame;

    public void Play(IEnumerable<string> frames)
    {
        foreach (var frame in frames)
        {
            if (Frame is not null) // expect: RACE?
            {
                Frame(frame); // expect: RACE
            }
        }
    }
}

public static class Viewer
{
    public static void Watch(Stream stream, IEnumerable<string> frames, Action<string> show)
    {
        var playing = new Thread(() => stream.Play(frames));
        stream.Frame += show;
        playing.Start();
        Thread.Sleep(1000);
        stream.Frame -= show; // expect: RACE?
        playing.Join();
    }
}
