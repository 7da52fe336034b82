namespace Blind.C1236;

public sealed class LayerJob
{
    public LayerJob(int number, string text)
    {
        Number = number;
        Text = text;
    }

    public int Number { get; }

    public string Text { get; }

    public int Apertures { get; set; }
}

public static class GerberImport
{
    public static async Task<List<LayerJob>> ImportAsync(TextReader source)
    {
        var running = new List<Task<LayerJob>>();
        string? line;
        var number = 0;
        var shift = 0;
        while ((line = await source.ReadLineAsync()) != null)
        {
            var text = line;
            var job = new LayerJob(++number, text);
            if (text.StartsWith('%'))
            {
                shift++;
                running.Add(Task.Factory.StartNew(
                    static s => Parse((LayerJob)s!),
                    job,
                    CancellationToken.None,
                    TaskCreationOptions.None,
                    TaskScheduler.Default));
            }
            else
            {
                running.Add(Task.Run(() => Parse(job)));
            }
        }

        var jobs = await Task.WhenAll(running);
        foreach (var job in jobs)
        {
            job.Apertures += shift;
        }

        line = "done";
        Console.WriteLine($"{line} {number}");
        return jobs.OrderBy(static j => j.Number).ToList();
    }

    private static LayerJob Parse(LayerJob job)
    {
        job.Apertures = job.Text.Split('*').Length - 1;
        return job;
    }
}

public static class Program
{
    public static async Task Main()
    {
        using var source = new StringReader("%ADD10C*%\nX1Y1D02*\nX2Y2D01*\n%ADD11R*%");
        var jobs = await GerberImport.ImportAsync(source);
        Console.WriteLine(jobs.Sum(static j => j.Apertures));
    }
}
