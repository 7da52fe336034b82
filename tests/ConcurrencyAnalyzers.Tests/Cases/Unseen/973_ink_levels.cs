// The helper subtracts through a ref parameter; the refs point at the fields of the one printer that all jobs share. difficulty: hard
namespace Cases.U973;

public sealed record PrintJob(int Black, int Color);

public sealed class InkLevels
{
    private int _black = 10_000;
    private int _color = 10_000;

    public (int Black, int Color) Print(IEnumerable<PrintJob> jobs)
    {
        Parallel.ForEach(jobs, job =>
        {
            Consume(ref _black, job.Black); // expect: RACE#1
            Consume(ref _color, job.Color); // expect: RACE#1
        });
        return (_black, _color);
    }

    private static void Consume(ref int level, int drops)
    {
        level -= drops; // expect: RACE#1
    }
}
