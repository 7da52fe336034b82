// Baptisms are written to the register and to the diocese; the register answers whether a person is known. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1328;

public interface IDiocese
{
    Task SendAsync(string name, DateOnly day);
}

public sealed class ParishRegister(IDiocese diocese)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SortedList<string, DateOnly> _baptisms = [];

    public async Task EnterAsync(string name, DateOnly day)
    {
        await _turn.WaitAsync();
        try
        {
            if (_baptisms.TryAdd(name, day))
            {
                await diocese.SendAsync(name, day);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task StrikeAsync(string name)
    {
        await _turn.WaitAsync();
        try
        {
            _baptisms.Remove(name);
        }
        finally
        {
            _turn.Release();
        }
    }

    public bool Knows(string name) => _baptisms.ContainsKey(name); // expect: INCONSISTENT_LOCK#1
}
