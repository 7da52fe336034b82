// The nearest wrong one: what the worker does next comes from an array that never changes.
namespace Cases.R276;

internal sealed class Rounds
{
    private readonly Action[] _all;
    private int _next;

    public Rounds(Action[] all) => _all = all;

    public Action Next() => _all[_next++ % _all.Length];
}

public sealed class Worker
{
    private readonly Rounds _rounds;
    private readonly Thread _thread;
    private bool _goesOn = true;

    public Worker(Action[] all)
    {
        _rounds = new Rounds(all);
        _thread = new Thread(Run);
        _thread.Start();
    }

    public void Stop()
    {
        _goesOn = false; // expect: RACE#1
        _thread.Join();
    }

    private void Run()
    {
        while (_goesOn) // expect: RACE#1
        {
            var job = _rounds.Next();
            job();
        }
    }
}
