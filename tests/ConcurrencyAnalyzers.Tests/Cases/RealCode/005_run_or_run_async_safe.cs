// The loop runs on the caller's thread or on one of its own, whichever he prefers; nobody runs it twice.
namespace Cases.R005;

public sealed class Pump
{
    private int _turns;
    private long _bytes;

    public void RunAsync()
    {
        var thread = new Thread(Run) { IsBackground = true };
        thread.Start();
    }

    public void Run() => Run(16);

    public void Run(int chunk) => Loop(chunk);

    private void Loop(int chunk)
    {
        while (Receive(chunk))
        {
            _turns++;
            if (_turns > 1000)
                _turns = 0;
            _bytes += chunk;
        }
    }

    private static bool Receive(int chunk) => chunk > 0 && Console.In.Read() >= 0;
}
