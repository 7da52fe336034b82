// CONC1001: tasks count down and up in an unsigned number
namespace Stress;

public static class TicketStamps
{
    public static int Run() => Rounds.Play(() =>
    {
        uint stamps = 500_000;
        var stamping = Task.Run(() =>
        {
            for (var i = 0; i < 200_000; i++)
                stamps -= Window.Open(1u);
        });
        var returning = Task.Run(() =>
        {
            for (var i = 0; i < 200_000; i++)
                ++stamps;
        });
        Task.WaitAll(stamping, returning);
        return stamps == 500_000;
    });
}
