using System;
using System.Collections.Generic;
using System.Threading;

namespace PChartDatums;

public sealed class DatumRegister
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, int> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = new();

    public int CodeFor(string datum)
    {
        _rw.EnterReadLock();
        try
        {
            if (_codes.TryGetValue(datum, out var known))
            {
                return known;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        _rw.EnterWriteLock();
        try
        {
            var code = _names.Count;
            _names.Add(datum); // expect: CHECK_THEN_ACT#1
            _codes[datum] = code; // expect: CHECK_THEN_ACT#1
            return code;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public string NameOf(int code)
    {
        _rw.EnterReadLock();
        try
        {
            return _names[code];
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}

public static class ChartImport
{
    public static int[] Run(string[][] sheets)
    {
        var register = new DatumRegister();
        var last = new int[sheets.Length];
        var threads = new Thread[sheets.Length];
        for (int s = 0; s < sheets.Length; s++)
        {
            int sheet = s;
            threads[sheet] = new Thread(() =>
            {
                foreach (var datum in sheets[sheet])
                {
                    last[sheet] = register.CodeFor(datum);
                }
            });
            threads[sheet].Start();
        }
        Array.ForEach(threads, t => t.Join());
        return last;
    }
}
