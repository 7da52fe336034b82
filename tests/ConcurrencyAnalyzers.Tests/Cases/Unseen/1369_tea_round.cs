// One colleague makes tea and fills the tray, the others take cups from it and wait while it is empty. difficulty: medium
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1369;

public sealed class TeaTray(int capacity)
{
    private readonly object _tray = new();
    private readonly Stack<string> _cups = new();
    private bool _closed;

    public void Put(string tea)
    {
        lock (_tray)
        {
            while (_cups.Count == capacity)
            {
                Monitor.Wait(_tray);
            }
            _cups.Push(tea);
            Monitor.PulseAll(_tray);
        }
    }

    public void Close()
    {
        lock (_tray)
        {
            _closed = true;
            Monitor.PulseAll(_tray);
        }
    }

    public string? Take()
    {
        lock (_tray)
        {
            while (_cups.Count == 0)
            {
                if (_closed)
                {
                    return null;
                }
                Monitor.Wait(_tray);
            }
            var tea = _cups.Pop();
            Monitor.PulseAll(_tray);
            return tea;
        }
    }
}
