// The stop flag is a plain field, written by one thread and polled by another; nothing makes the loop see it. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U675;

public sealed record PlotCommand(int X, int Y, bool PenDown);

public sealed class PlotterDriver
{
    private readonly ConcurrentQueue<PlotCommand> _commands = new();
    private readonly Action<PlotCommand> _device;
    private readonly Thread _thread;
    private bool _stopRequested;

    public PlotterDriver(Action<PlotCommand> device)
    {
        _device = device;
        _thread = new Thread(Run) { IsBackground = true, Name = "plotter" };
    }

    public void Start() => _thread.Start();

    public void Enqueue(PlotCommand command) => _commands.Enqueue(command);

    public void Stop()
    {
        _stopRequested = true; // expect: RACE#1
        _thread.Join();
    }

    private void Run()
    {
        while (!_stopRequested || !_commands.IsEmpty) // expect: RACE#1, SYNC_PRIMITIVE?
        {
            if (_commands.TryDequeue(out var command))
            {
                _device(command);
            }
            else
            {
                Thread.Sleep(2);
            }
        }
    }
}

public static class PlotJob
{
    public static void Draw(IEnumerable<PlotCommand> drawing, Action<PlotCommand> device)
    {
        var driver = new PlotterDriver(device);
        driver.Start();
        foreach (var command in drawing)
        {
            driver.Enqueue(command);
        }
        driver.Stop();
    }
}
