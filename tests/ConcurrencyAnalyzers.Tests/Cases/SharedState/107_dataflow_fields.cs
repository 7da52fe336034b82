// Start and Stop are public; Stop reads the list while the loop may still add, because it does not wait.
namespace Cases.S107;

public sealed class Recorder
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<float> _frames = [];
    private Task? _loop;

    public void Start(Func<float> microphone)
    {
        _loop = Task.Run(() =>
        {
            while (!_stop.IsCancellationRequested)
            {
                _frames.Add(microphone()); // expect: RACE
            }
        });
    }

    public float[] Stop()
    {
        _stop.Cancel();
        return _frames.ToArray(); // expect: RACE
    }

    public Task Completion => _loop ?? Task.CompletedTask;
}
