using System;
using System.Collections.Generic;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Blind.C1163;

public sealed record Contract(string Customer, decimal DiscountPercent);

public sealed class ContractRegister
{
    private readonly IReadOnlyDictionary<string, Contract> _contracts = new Dictionary<string, Contract>
    {
        ["nordlog"] = new("nordlog", 12),
        ["alpenfracht"] = new("alpenfracht", 7.5m),
    };

    public Contract? Find(string customer) => _contracts.GetValueOrDefault(customer);
}

public sealed class FreightCalculator(ContractRegister register)
{
    private Contract? _contract;

    public void UseContractOf(string customer) => _contract = register.Find(customer); // expect: RACE#1

    public decimal Price(decimal tons, decimal kilometres)
    {
        var list = tons * kilometres * 0.11m;
        if (_contract == null) // expect: RACE#1
            return list;
        return Math.Round(list * (100 - _contract.DiscountPercent) / 100, 2); // expect: RACE#1
    }
}

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton<ContractRegister>();
        builder.Services.AddSingleton<FreightCalculator>();
        var app = builder.Build();

        app.MapGet("/quote/{customer}", (string customer, decimal tons, decimal km, FreightCalculator calculator) =>
        {
            calculator.UseContractOf(customer); // expect: RACE?
            return Results.Ok(new { customer, price = calculator.Price(tons, km) }); // expect: RACE?
        });

        app.Run();
    }
}
