// Two tasks write to one StreamWriter.
namespace Cases.S111;

public static class Export
{
    public static async Task WriteAsync(string path, string[] heads, string[] tails)
    {
        await using var writer = new StreamWriter(path);
        var a = Task.Run(() => { foreach (var h in heads) writer.WriteLine(h); }); // expect: RACE
        var b = Task.Run(() => { foreach (var t in tails) writer.WriteLine(t); }); // expect: RACE
        await Task.WhenAll(a, b);
    }
}
