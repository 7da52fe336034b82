namespace Blind.C1193;

public sealed record SupportCase(int Id, string Owner, bool Open);

public sealed class CaseDesk
{
    private readonly object _gate = new();
    private readonly List<SupportCase> _cases = new();

    public void File(SupportCase item)
    {
        lock (_gate)
        {
            _cases.Add(item);
        }
    }

    public void Close(int id)
    {
        lock (_gate)
        {
            var index = _cases.FindIndex(c => c.Id == id);
            if (index >= 0)
            {
                _cases[index] = _cases[index] with { Open = false };
            }
        }
    }

    public int Count(string owner)
    {
        lock (_gate)
        {
            return _cases.Where(c => c.Owner == owner).Count();
        }
    }

    public IEnumerable<SupportCase> OpenFor(string owner)
    {
        lock (_gate)
        {
            return _cases.Where(c => c.Open && c.Owner == owner); // expect: ESCAPES_LOCK
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var desk = new CaseDesk();
        var filing = Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                desk.File(new SupportCase(i, i % 2 == 0 ? "ann" : "bo", true));
                await Task.Yield();
            }
        });

        var listing = Task.Run(() =>
        {
            foreach (var open in desk.OpenFor("ann")) // expect: ESCAPES_LOCK?, RACE?
            {
                desk.Close(open.Id);
            }
        });

        await Task.WhenAll(filing, listing);
        Console.WriteLine(desk.Count("ann"));
    }
}
