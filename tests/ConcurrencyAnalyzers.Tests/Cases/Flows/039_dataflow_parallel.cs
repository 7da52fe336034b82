// Four messages at once; the second block handles one at a time.
using System.Threading.Tasks.Dataflow;

namespace Cases.F039;

public static class Pipeline
{
    public static async Task<int> RunAsync(IEnumerable<string> lines)
    {
        var words = 0;
        var rows = new List<string>();
        var count = new ActionBlock<string>(line => words += line.Length, new ExecutionDataflowBlockOptions { MaxDegreeOfParallelism = 4 }); // expect: RACE
        var collect = new ActionBlock<string>(line => rows.Add(line));
        foreach (var line in lines)
        {
            count.Post(line);
            collect.Post(line);
        }

        count.Complete();
        collect.Complete();
        await Task.WhenAll(count.Completion, collect.Completion);
        return words + rows.Count;
    }
}
