// Method groups in a group of routes; an inline middleware counts in the same static.
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Cases.F020;

public static class OrdersEndpoints
{
    private static long s_orders;
    private static decimal s_total;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/orders");
        group.MapPost("/", Create);
        group.MapGet("/total", () => s_total); // expect: RACE?
    }

    public static void Use(IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        s_orders++; // expect: RACE
        await next(context);
    });

    private static IResult Create(decimal amount)
    {
        s_total += amount; // expect: RACE
        return Results.Ok();
    }
}
