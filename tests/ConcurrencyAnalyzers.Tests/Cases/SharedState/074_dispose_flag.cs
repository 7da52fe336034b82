// Dispose flips a plain flag that the worker polls, and does not wait.
// Blind: one plain word that is read a moment too early or late is not reported.
namespace Cases.S074;

public sealed class Heartbeat : IDisposable
{
    private bool _disposed;
    private int _beats;

    public Heartbeat(Action beat)
    {
        new Thread(() =>
        {
            while (!_disposed) // expect: RACE#1
            {
                beat();
                Thread.Sleep(100);
                _beats++; // blind: RACE
            }
        }) { IsBackground = true }.Start(); // expect: MISSING_JOIN?
    }

    public int Beats => _beats; // blind: RACE

    public void Dispose() => _disposed = true; // expect: RACE#1
}
