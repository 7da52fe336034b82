// MVC makes a controller per request and the basket is scoped: plain fields of both belong to a single request. difficulty: medium
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.U468;

public sealed class Basket
{
    private readonly Dictionary<string, int> _items = [];

    public decimal Discount { get; set; }

    public int Put(string article, int quantity)
    {
        _items[article] = _items.GetValueOrDefault(article) + quantity;
        return _items.Values.Sum();
    }
}

[ApiController]
[Route("basket")]
public sealed class BasketController(Basket basket) : ControllerBase
{
    private int _lines;

    [HttpPost]
    public async Task<IActionResult> Post(CancellationToken cancel)
    {
        using var reader = new StreamReader(Request.Body);
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            _lines++;
            if (basket.Put(line, 1) > 10)
            {
                basket.Discount = 0.05m;
            }
        }
        return Ok(new { _lines, basket.Discount });
    }
}

public static class BasketModule
{
    public static IServiceCollection AddBasket(this IServiceCollection services) => services.AddScoped<Basket>();
}
