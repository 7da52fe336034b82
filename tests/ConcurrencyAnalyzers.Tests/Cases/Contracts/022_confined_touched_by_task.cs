using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConcurrencyAnalyzers;

namespace Cases.K022;

class Editor
{
    [ThreadConfined] private readonly List<string> _lines = [];
    [ThreadConfined] private int _caret;
    private Timer? _timer;

    public void Type(string text)
    {
        _lines.Add(text);
        _caret++;
    }

    public void AutoSave()
    {
        _timer = new Timer(_ => Save(), null, 1000, 1000);
    }

    public void SpellCheck()
    {
        Task.Run(() =>
        {
            _caret = 0; // expect: CONTRACT
        });
    }

    private void Save()
    {
        foreach (string line in _lines) // expect: CONTRACT
        {
            System.Console.WriteLine(line);
        }
    }
}
