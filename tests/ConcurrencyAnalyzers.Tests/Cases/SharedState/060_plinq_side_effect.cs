// PLINQ runs the selector on many threads; the running number is shared.
namespace Cases.S060;

public class Badges
{
    private int _next = 1;

    public string[] Print(string[] guests) =>
        guests.AsParallel().Select(guest => $"{_next++}: {guest}").ToArray(); // expect: RACE
}
