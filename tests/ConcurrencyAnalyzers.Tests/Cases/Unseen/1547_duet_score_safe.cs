// Two singers, each on a thread of its own, write their verses alternately into one score: whoever has sung gives the other the sign. difficulty: hard
using System.Collections.Generic;
using System.Text;
using System.Threading;

namespace Menagerie.M1547;

public sealed class DuetScore
{
    private readonly StringBuilder _score = new();
    private int _verses;

    public void Write(string singer, string verse)
    {
        _verses++;
        _score.Append(_verses).Append(". ").Append(singer).Append(": ").AppendLine(verse);
    }

    public override string ToString() => _score.ToString();
}

public sealed class DuetSinger(string name, DuetScore score, SemaphoreSlim mine, SemaphoreSlim other)
{
    public void Sing(IReadOnlyList<string> verses)
    {
        foreach (var verse in verses)
        {
            mine.Wait();
            score.Write(name, verse);
            other.Release();
        }
    }
}

public static class DuetEvening
{
    /// <summary>Both singers have the same number of verses.</summary>
    public static string Perform(IReadOnlyList<(string Soprano, string Tenor)> song)
    {
        var soprano = new SemaphoreSlim(1, 1);
        var tenor = new SemaphoreSlim(0, 1);
        var score = new DuetScore();
        var first = new DuetSinger("soprano", score, soprano, tenor);
        var second = new DuetSinger("tenor", score, tenor, soprano);
        var sopranoVerses = new List<string>();
        var tenorVerses = new List<string>();
        foreach (var (high, low) in song)
        {
            sopranoVerses.Add(high);
            tenorVerses.Add(low);
        }

        var partner = new Thread(() => second.Sing(tenorVerses));
        partner.Start();
        first.Sing(sopranoVerses);
        partner.Join();
        return score.ToString();
    }
}
