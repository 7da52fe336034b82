// Two workers can both pass the comparison, and the shorter track overwrites the longer one. difficulty: easy
namespace Cases.U305;

public sealed record Track(string Title, TimeSpan Length);

public static class Charts
{
    public static int LongestSeconds(IEnumerable<Track> tracks)
    {
        int longest = 0;
        Parallel.ForEach(tracks, track =>
        {
            int seconds = (int)track.Length.TotalSeconds;
            if (seconds > longest) // expect: RACE?
            {
                longest = seconds; // expect: RACE
            }
        });
        return longest;
    }
}
