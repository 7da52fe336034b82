// Threads kept in a Dictionary by name; each appends to the shared StringBuilder field.
using System.Text;

namespace Cases.S099;

public sealed class Commentary
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, Thread> _reporters = [];

    public string Report(string[] names)
    {
        foreach (var name in names)
        {
            var thread = new Thread(Speak) { Name = name };
            _reporters[name] = thread;
            thread.Start(name);
        }

        foreach (var reporter in _reporters.Values)
        {
            reporter.Join();
        }

        return _text.ToString();
    }

    private void Speak(object? name)
    {
        for (int i = 0; i < 10; i++)
        {
            _text.AppendLine($"{name}: {i}"); // expect: RACE
        }
    }
}
