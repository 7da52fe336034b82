// A webhook receiver with a quota that a timer refills.
using System;
using System.Threading;

namespace Cases.U583;

public sealed record Webhook(string Topic, string Body);

public sealed class QuotaWindow
{
    public int Remaining { get; set; }

    public DateTime OpenedAt { get; set; }
}

public sealed class WebhookReceiver : IDisposable
{
    private readonly QuotaWindow _window = new();
    private readonly Action<Webhook> _handler;
    private readonly int _perMinute;
    private readonly Timer _refill;

    public WebhookReceiver(Action<Webhook> handler, int perMinute)
    {
        _handler = handler;
        _perMinute = perMinute;
        _window.Remaining = perMinute;
        _refill = new Timer(Refill, null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
    }

    public void Accept(Webhook hook)
    {
        ThreadPool.QueueUserWorkItem(_ => Process(hook));
    }

    private void Process(Webhook hook)
    {
        if (_window.Remaining <= 0) // expect: RACE?
        {
            Console.Error.WriteLine($"dropped {hook.Topic}");
            return;
        }

        _window.Remaining--; // expect: RACE
        try
        {
            _handler(hook);
        }
        catch (Exception ex)
        {
            Console.Error.WriteLine(ex.Message);
        }
    }

    private void Refill(object? state)
    {
        _window.Remaining = _perMinute; // expect: RACE?
        _window.OpenedAt = DateTime.UtcNow;
    }

    public void Dispose() => _refill.Dispose();
}
