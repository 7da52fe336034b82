// CONC1003: a decimal is read while it is half written
namespace Stress;

public sealed class TornPrice
{
    private const decimal Low = 1m;
    private const decimal High = 79228162514264337593543950334m;

    private decimal _price = Low;

    private bool Watch()
    {
        var odd = 0;
        var ticker = new Thread(() =>
        {
            for (var i = 0; i < 2_000_000; i++)
                _price = i % 2 == 0 ? High : Low;
        });
        ticker.Start();
        for (var i = 0; i < 2_000_000; i++)
        {
            var price = _price;
            if (price != Low && price != High)
                odd++;
        }

        ticker.Join();
        return odd == 0;
    }

    public static int Run() => Rounds.Play(() => new TornPrice().Watch());
}
