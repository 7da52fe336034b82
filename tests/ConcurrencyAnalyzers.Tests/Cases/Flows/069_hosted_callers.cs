// Nobody registers it as a singleton, but it has members for others, and its loop uses the same list.
using Microsoft.Extensions.Hosting;

namespace Cases.F069;

public sealed class Outbox : BackgroundService
{
    private readonly List<string> _mails = [];
    private int _sent;

    public int Sent => _sent;

    public void Post(string mail) => _mails.Add(mail); // expect: RACE

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var mail in _mails) // expect: RACE
                await File.WriteAllTextAsync("mail", mail, stoppingToken);
            _mails.Clear(); // expect: RACE
            _sent++;
        }
    }
}
