// One message at a time, but the caller does not wait for the block before it reads.
using System.Threading.Tasks.Dataflow;

namespace Cases.F040;

public static class Pipeline
{
    public static int Run(IEnumerable<string> lines)
    {
        var rows = new List<string>();
        var collect = new ActionBlock<string>(line => rows.Add(line)); // expect: RACE
        foreach (var line in lines)
            collect.Post(line);
        rows.Sort(); // expect: RACE
        return 0;
    }
}
