namespace Blind.C1194;

public sealed record Parcel(string Code, int Weight);

public sealed class Shelf
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Parcel> _parcels = new(StringComparer.Ordinal);

    public void Put(Parcel parcel)
    {
        lock (_gate)
        {
            _parcels[parcel.Code] = parcel;
        }
    }

    public bool Take(string code)
    {
        lock (_gate)
        {
            return _parcels.Remove(code);
        }
    }

    public IEnumerable<Parcel> Heavy(int limit)
    {
        Parcel[] found;
        lock (_gate)
        {
            found = _parcels.Values.Where(p => p.Weight > limit).ToArray();
        }

        foreach (var parcel in found)
        {
            yield return parcel;
        }
    }

    public IEnumerable<Parcel> Walk()
    {
        string? last = null;
        while (true)
        {
            Parcel? next = null;
            lock (_gate)
            {
                foreach (var pair in _parcels)
                {
                    if (last is null || string.CompareOrdinal(pair.Key, last) > 0)
                    {
                        next = pair.Value;
                        break;
                    }
                }
            }

            if (next is null)
            {
                yield break;
            }

            last = next.Code;
            yield return next;
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var shelf = new Shelf();
        var putting = Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                shelf.Put(new Parcel("P" + i, i));
                await Task.Yield();
            }
        });

        var taking = Task.Run(() =>
        {
            foreach (var heavy in shelf.Heavy(20))
            {
                shelf.Take(heavy.Code);
            }
        });

        var walking = Task.Run(() => shelf.Walk().Sum(static p => p.Weight));
        await Task.WhenAll(putting, taking, walking);
        Console.WriteLine(await walking);
    }
}
