// A console tool that has a pattern embroidered; it notes every stage that is reported and prints the protocol. difficulty: hard
namespace Cabinet.C1423;

public sealed class EmbroideryMachine
{
    public async Task StitchAsync(IReadOnlyList<string> motifs, IProgress<string> progress)
    {
        foreach (var motif in motifs)
        {
            progress.Report($"{motif} begun");
            await Task.Delay(motif.Length);
            progress.Report($"{motif} done");
        }
    }
}

public static class EmbroideryTool
{
    public static async Task Main(string[] args)
    {
        var protocol = new List<string>();
        var progress = new Progress<string>(stage => protocol.Add(stage)); // expect: RACE#1
        await new EmbroideryMachine().StitchAsync(args, progress);
        foreach (var line in protocol) // expect: RACE#1
        {
            Console.WriteLine(line);
        }
        Console.WriteLine($"{protocol.Count} stages"); // expect: RACE#1
    }
}
