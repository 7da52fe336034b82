namespace Video.Subtitles;

public sealed record Cue(TimeSpan Start, TimeSpan End, string Text);

public sealed class SubtitleSynchronizer(Func<Cue, TimeSpan, double> correlation)
{
    public async Task<IReadOnlyList<Cue>> ShiftAsync(IReadOnlyList<Cue> cues, TimeSpan range, TimeSpan step)
    {
        var scores = new Dictionary<TimeSpan, Task<double>>();
        TimeSpan offset = -range;
        while (offset <= range)
        {
            scores[offset] = Task.Run(() => cues.Sum(c => correlation(c, offset))); // expect: CAPTURE, RACE?
            offset += step;
        }

        await Task.WhenAll(scores.Values);
        TimeSpan best = scores.MaxBy(s => s.Value.Result).Key;
        return cues.Select(c => c with { Start = c.Start + best, End = c.End + best }).ToList();
    }

    public static IEnumerable<Cue> Parse(TextReader reader)
    {
        while (reader.ReadLine() is { } number)
        {
            if (!int.TryParse(number, out _))
            {
                continue;
            }
            string[] times = reader.ReadLine()!.Split(" --> ");
            var lines = new List<string>();
            while (reader.ReadLine() is { Length: > 0 } line)
            {
                lines.Add(line);
            }
            yield return new Cue(
                TimeSpan.Parse(times[0].Replace(',', '.')),
                TimeSpan.Parse(times[1].Replace(',', '.')),
                string.Join('\n', lines));
        }
    }
}

public static class Program
{
    public static async Task Main(string[] args)
    {
        using StreamReader reader = File.OpenText(args[0]);
        List<Cue> cues = SubtitleSynchronizer.Parse(reader).ToList();
        var synchronizer = new SubtitleSynchronizer((cue, offset) => Math.Cos((cue.Start + offset).TotalSeconds));
        foreach (Cue cue in await synchronizer.ShiftAsync(cues, TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(250)))
        {
            Console.WriteLine($"{cue.Start} {cue.Text}");
        }
    }
}
