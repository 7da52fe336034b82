// CONC1001: a local list is filled from parallel iterations
namespace Stress;

public static class GuestList
{
    public static int Run() => Rounds.Play(() =>
    {
        var guests = new List<int>();
        Parallel.For(0, 1_000_000, guest =>
        {
            guests.Add(guest);
        });
        return guests.Count == 1_000_000 && guests.Distinct().Count() == 1_000_000;
    });
}
