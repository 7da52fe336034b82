using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Blind.C1179;

public sealed record CloakroomTag(string Code, string Guest);

public sealed class TagPrinter(string hall, int next)
{
    public string NextCode() => $"{hall}-{next++:D4}"; // expect: RACE
}

public sealed class Cloakroom(TagPrinter printer)
{
    private readonly List<CloakroomTag> _hanging = new();

    public async Task AdmitAsync(IEnumerable<string> guests)
    {
        await Task.WhenAll(guests.Select(guest => Task.Run(() => HangUpAsync(guest))));
        Console.WriteLine($"{_hanging.Count} coats");
    }

    private async Task HangUpAsync(string guest)
    {
        await Task.Delay(Random.Shared.Next(5, 40)).ConfigureAwait(false);
        var tag = new CloakroomTag(printer.NextCode(), guest);
        _hanging.Add(tag); // expect: RACE
    }

    public static async Task Main()
    {
        var cloakroom = new Cloakroom(new TagPrinter("west", 1));
        await cloakroom.AdmitAsync(Enumerable.Range(1, 200).Select(n => $"guest {n}"));
    }
}
