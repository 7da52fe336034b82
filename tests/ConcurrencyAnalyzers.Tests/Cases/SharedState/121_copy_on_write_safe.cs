// Readers see a complete array; writers replace it under a lock.
namespace Cases.S121;

public sealed class Hub
{
    private readonly Lock _gate = new();
    private volatile Action<string>[] _listeners = [];

    public void Subscribe(Action<string> listener)
    {
        lock (_gate)
        {
            _listeners = [.. _listeners, listener];
        }
    }

    public void Publish(string text)
    {
        foreach (var listener in _listeners)
        {
            listener(text);
        }
    }

    public void Storm(string[] texts) => Parallel.ForEach(texts, text =>
    {
        Subscribe(Console.WriteLine);
        Publish(text);
    });
}
