// A member does its part under the lock and begins the work at last, through several others.
using System;
using System.Collections.Generic;
using System.Threading;

public sealed class FarStart
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
            _seen.Add("greeting");
            _isOpen = true;
        }

        Begin();
    }

    private void Begin() => Prepare("first");

    private void Prepare(string text) => Await(text, 1);

    private void Await(string text, int count) => Listen(() => _seen.Add(text + count));

    private static void Listen(Action heard) => Listen(heard, "listening");

    private static void Listen(Action heard, string name) => new Thread(() => heard()) { Name = name, IsBackground = true }.Start();
}
