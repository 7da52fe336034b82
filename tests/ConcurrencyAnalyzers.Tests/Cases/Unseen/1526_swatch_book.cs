// A paint shop looks up colour swatches under a read lock, adds new ones under the write lock and reports how the book is used. difficulty: medium
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1526;

public sealed record Swatch(string Code, byte Red, byte Green, byte Blue);

public sealed class SwatchBook
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, Swatch> _swatches = [];
    private readonly Dictionary<string, int> _missed = [];
    private int _lookups;

    public Swatch? Find(string code)
    {
        _rw.EnterReadLock();
        try
        {
            _lookups++; // expect: INCONSISTENT_LOCK#1, RACE?
            if (_swatches.TryGetValue(code, out var swatch))
            {
                return swatch;
            }
            NoteMissing(code); // expect: INCONSISTENT_LOCK#2, RACE?
            return null;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Add(Swatch swatch)
    {
        _rw.EnterWriteLock();
        try
        {
            _swatches[swatch.Code] = swatch;
            _missed.Remove(swatch.Code);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public string TakeReport()
    {
        _rw.EnterWriteLock();
        try
        {
            var report = $"{_lookups} lookups, {_missed.Count} unknown colours";
            _lookups = 0;
            _missed.Clear();
            return report;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    private void NoteMissing(string code)
    {
        _missed[code] = _missed.GetValueOrDefault(code) + 1; // expect: INCONSISTENT_LOCK#2, RACE?
    }
}
