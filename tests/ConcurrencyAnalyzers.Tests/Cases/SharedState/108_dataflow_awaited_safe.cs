// StopAsync waits for the loop before it takes the frames.
namespace Cases.S108;

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
                _frames.Add(microphone());
            }
        });
    }

    public async Task<float[]> StopAsync()
    {
        _stop.Cancel();
        if (_loop is not null)
        {
            await _loop;
        }

        return _frames.ToArray();
    }
}
