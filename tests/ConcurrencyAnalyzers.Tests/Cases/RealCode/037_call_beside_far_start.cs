// Another member, which does not begin the work, may be called while it goes on.
using System;
using System.Collections.Generic;
using System.Threading;

public sealed class BesideFarStart
{
    private readonly object _gate = new();
    private readonly List<string> _seen = new();
    private bool _isOpen;

    public void Open()
    {
        lock (_gate)
        {
            if (_isOpen)
                return;
            _isOpen = true;
        }

        Begin();
    }

    public void Note(string text)
    {
        lock (_gate)
            _seen.Add(text);  // expect: INCONSISTENT_LOCK?, RACE?
    }

    private void Begin() => Prepare("first");

    private void Prepare(string text) => Await(text, 1);

    private void Await(string text, int count) => Listen(() => _seen.Add(text + count));  // expect: INCONSISTENT_LOCK

    private static void Listen(Action heard) => Listen(heard, "listening");

    private static void Listen(Action heard, string name) => new Thread(() => heard()) { Name = name, IsBackground = true }.Start();
}
