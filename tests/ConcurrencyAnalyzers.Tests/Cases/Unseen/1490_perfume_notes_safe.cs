// Perfumers look up notes in a shared catalogue and add the ones that are missing. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1490;

public sealed record PerfumeNote(int Id, string Name);

public sealed class NoteCatalogue
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, PerfumeNote> _notes = new(StringComparer.OrdinalIgnoreCase);

    public PerfumeNote GetOrAdd(string name)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            return _notes.TryGetValue(name, out var known) ? known : Add(name);
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
        }
    }

    public IReadOnlyList<string> Names()
    {
        _rw.EnterReadLock();
        try
        {
            return _notes.Values.OrderBy(note => note.Id).Select(note => note.Name).ToList();
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    private PerfumeNote Add(string name)
    {
        _rw.EnterWriteLock();
        try
        {
            var note = new PerfumeNote(_notes.Count + 1, name);
            _notes.Add(name, note);
            return note;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }
}

public static class PerfumeHouse
{
    public static string Compose(IEnumerable<string[]> recipes)
    {
        var catalogue = new NoteCatalogue();
        Parallel.ForEach(recipes, recipe =>
        {
            var ids = recipe.Select(catalogue.GetOrAdd).Select(note => note.Id).ToArray();
            Console.WriteLine($"{string.Join("-", ids)} of {catalogue.Names().Count}");
        });
        return string.Join(", ", catalogue.Names());
    }
}
