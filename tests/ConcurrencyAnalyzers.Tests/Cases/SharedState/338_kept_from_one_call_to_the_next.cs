// A request stores what it works with in an object that all requests share, and reads it back: another has stored its own meanwhile.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.S338;

public sealed record Contract(string Customer, decimal DiscountPercent);

public sealed class ContractRegister
{
    private readonly IReadOnlyDictionary<string, Contract> _contracts = new Dictionary<string, Contract> { ["nordlog"] = new("nordlog", 12) };

    public Contract? Find(string customer) => _contracts.GetValueOrDefault(customer);
}

public sealed class FreightCalculator(ContractRegister register)
{
    private Contract? _contract;

    public void UseContractOf(string customer) => _contract = register.Find(customer); // expect: RACE#1

    public decimal Price(decimal tons)
    {
        if (_contract == null) // expect: RACE#1
            return tons;
        return tons * (100 - _contract.DiscountPercent) / 100; // expect: RACE#1
    }
}

public sealed class Greeter
{
    private string _name = "";

    public string Language { get; set; } = "en"; // expect: RACE#3

    public string Greet(string name)
    {
        _name = name; // expect: RACE#2
        return Compose();
    }

    private string Compose() => $"Hello {_name}"; // expect: RACE#2

    public string Farewell() => Language == "en" ? "Bye" : "Adieu"; // expect: RACE#3
}

[ApiController]
public sealed class OrdersController : ControllerBase
{
    private static string? s_user;

    [HttpPost("/orders")]
    public string Post(string user)
    {
        s_user = user; // expect: RACE#4
        return Note("order");
    }

    private static string Note(string what) => $"{s_user}: {what}"; // expect: RACE#4
}

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<ContractRegister>();
        builder.Services.AddSingleton<FreightCalculator>();
        builder.Services.AddSingleton<Greeter>();
        var app = builder.Build();
        app.MapGet("/quote/{customer}", (string customer, decimal tons, FreightCalculator calculator) =>
        {
            calculator.UseContractOf(customer); // expect: RACE?
            return Results.Ok(new { customer, price = calculator.Price(tons) }); // expect: RACE?
        });
        app.MapGet("/hello/{name}", (string name, Greeter greeter) => greeter.Greet(name));
        app.MapGet("/bye/{language}", (string language, Greeter greeter) =>
        {
            greeter.Language = language; // expect: RACE#3
            return greeter.Farewell();
        });
        app.Run();
    }
}
