// Adds up the minutes of recorded interviews by region: every loader has a tally of its own, and the tallies are put together at the end. difficulty: medium
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Menagerie.M1554;

public sealed record Interview(string Region, string Speaker, int Minutes);

public interface IInterviewArchive
{
    Task<Interview> LoadAsync(string tape);
}

public sealed class InterviewTally
{
    private readonly Dictionary<string, int> _minutesOf = [];
    private int _interviews;

    public int Interviews => _interviews;

    public int MinutesOf(string region) => _minutesOf.GetValueOrDefault(region);

    public void Take(Interview interview)
    {
        _interviews++;
        Raise(interview.Region, interview.Minutes);
    }

    public void Merge(InterviewTally other)
    {
        _interviews += other._interviews;
        foreach (var (region, minutes) in other._minutesOf)
        {
            Raise(region, minutes);
        }
    }

    private void Raise(string region, int minutes) =>
        _minutesOf[region] = _minutesOf.GetValueOrDefault(region) + minutes;
}

public sealed class InterviewSurvey(IInterviewArchive archive)
{
    public async Task<InterviewTally> RunAsync(IReadOnlyList<string> tapes, int loaders)
    {
        var parts = Enumerable.Range(0, loaders).Select(loader => Task.Run(() => LoadPartAsync(tapes, loader, loaders)));
        var whole = new InterviewTally();
        foreach (var tally in await Task.WhenAll(parts))
        {
            whole.Merge(tally);
        }
        return whole;
    }

    private async Task<InterviewTally> LoadPartAsync(IReadOnlyList<string> tapes, int first, int step)
    {
        var tally = new InterviewTally();
        for (int i = first; i < tapes.Count; i += step)
        {
            tally.Take(await archive.LoadAsync(tapes[i]));
        }
        return tally;
    }
}
