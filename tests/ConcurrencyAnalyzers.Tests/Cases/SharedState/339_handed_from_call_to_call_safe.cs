// The nearest safe twins: handed on as an argument, an object for each request, or a last value that nobody takes for his own.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.S339;

public sealed record Contract(string Customer, decimal DiscountPercent);

public sealed class ContractRegister
{
    private readonly IReadOnlyDictionary<string, Contract> _contracts = new Dictionary<string, Contract> { ["nordlog"] = new("nordlog", 12) };

    public Contract? Find(string customer) => _contracts.GetValueOrDefault(customer);
}

public sealed class FreightCalculator(ContractRegister register)
{
    private Contract? _contract;

    public void UseContractOf(string customer) => _contract = register.Find(customer);

    public decimal Price(decimal tons)
    {
        if (_contract == null)
            return tons;
        return tons * (100 - _contract.DiscountPercent) / 100;
    }
}

public sealed class Greeter
{
    private volatile string? _lastName;

    public string Greet(string name)
    {
        _lastName = name;
        return $"Hello {name}";
    }

    public string Last() => _lastName ?? "nobody";
}

public sealed class Menu
{
    private string? _menu;

    public string Today()
    {
        var menu = _menu;
        if (menu == null)
        {
            menu = File.ReadAllText("menu.txt");
            _menu = menu;
        }

        return menu;
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<ContractRegister>();
        builder.Services.AddScoped<FreightCalculator>();
        builder.Services.AddSingleton<Greeter>();
        builder.Services.AddSingleton<Menu>();
        var app = builder.Build();
        app.MapGet("/quote/{customer}", (string customer, decimal tons, FreightCalculator calculator) =>
        {
            calculator.UseContractOf(customer);
            return Results.Ok(new { customer, price = calculator.Price(tons) });
        });
        app.MapGet("/hello/{name}", (string name, Greeter greeter) => greeter.Greet(name));
        app.MapGet("/last", (Greeter greeter) => greeter.Last());
        app.MapGet("/menu", (Menu menu) => menu.Today());
        app.Run();
    }
}
