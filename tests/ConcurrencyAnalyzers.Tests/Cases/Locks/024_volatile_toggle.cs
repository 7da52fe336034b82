// Reading, negating and writing back a volatile flag is three steps.
namespace Cases.L024;

public sealed class Lamp
{
    private volatile bool _on;
    private volatile int _mode;

    public void Toggle() => _on = !_on; // expect: NON_ATOMIC

    public void NextMode() => _mode = (_mode + 1) % 4; // expect: NON_ATOMIC

    public bool On => _on;

    public void Children(int hands)
    {
        var threads = Enumerable.Range(0, hands).Select(_ => new Thread(() =>
        {
            Toggle();
            NextMode();
        })).ToArray();
        foreach (var t in threads) t.Start();
        foreach (var t in threads) t.Join();
    }
}
