// Turnstiles count the visitors of a fair; every minute the count is sent to the office and starts again at zero. difficulty: medium
namespace Cabinet.C1417;

public sealed class FairTurnstile(Func<long, Task> send)
{
    private long _visitors;

    public void Enter() => Interlocked.Increment(ref _visitors);

    public void EnterGroup(int size) => Interlocked.Add(ref _visitors, size);

    public async Task ReportAsync(CancellationToken closing)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1));
        while (await minute.WaitForNextTickAsync(closing))
        {
            long visitors = Interlocked.Read(ref _visitors); // expect: NON_ATOMIC?
            if (visitors == 0)
            {
                continue;
            }
            await send(visitors);
            Interlocked.Exchange(ref _visitors, 0); // expect: NON_ATOMIC, CHECK_THEN_ACT?
        }
    }
}
