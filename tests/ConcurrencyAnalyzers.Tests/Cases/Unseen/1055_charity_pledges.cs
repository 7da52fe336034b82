using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Charity;

public sealed record Pledge(string Donor, decimal Amount);

public interface IPledgeStore
{
    Task<Campaign> LoadAsync(CancellationToken ct);
    Task AppendAsync(Pledge pledge, CancellationToken ct);
}

public sealed class Campaign(decimal goal)
{
    public decimal Goal => goal;
    public List<string> Milestones { get; } = [];
}

public sealed class FilePledgeStore : IPledgeStore
{
    private readonly SemaphoreSlim _file = new(1, 1);

    public async Task<Campaign> LoadAsync(CancellationToken ct) =>
        new(decimal.Parse(await File.ReadAllTextAsync("goal.txt", ct)));

    public async Task AppendAsync(Pledge pledge, CancellationToken ct)
    {
        await _file.WaitAsync(ct);
        try
        {
            await File.AppendAllTextAsync("pledges.csv", $"{pledge.Donor};{pledge.Amount}\n", ct);
        }
        finally
        {
            _file.Release();
        }
    }
}

public sealed class PledgeBook(IPledgeStore store)
{
    private Campaign? _campaign;
    private decimal _total;

    public decimal Total => _total; // expect: RACE?, NON_ATOMIC?

    public async Task<decimal> AddAsync(Pledge pledge, CancellationToken ct)
    {
        Campaign campaign = _campaign ??= await store.LoadAsync(ct); // expect: LAZY_INIT, RACE?
        decimal total = _total + pledge.Amount; // expect: RACE#1, NON_ATOMIC?
        await store.AppendAsync(pledge, ct);
        _total = total; // expect: RACE#1, NON_ATOMIC?
        return Math.Max(0, campaign.Goal - total);
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<IPledgeStore, FilePledgeStore>();
        builder.Services.AddSingleton<PledgeBook>();
        WebApplication app = builder.Build();
        app.MapPost("/pledges", (Pledge pledge, PledgeBook book, CancellationToken ct) => book.AddAsync(pledge, ct));
        app.MapGet("/total", (PledgeBook book) => book.Total);
        app.Run();
    }
}
