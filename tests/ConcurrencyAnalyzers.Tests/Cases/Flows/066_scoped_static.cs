// The service lives for one request, its static does not.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Cases.F066;

public sealed class InvoiceNumbers
{
    private static long s_last;

    public long Next() => ++s_last; // expect: RACE
}

public static class Setup
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<InvoiceNumbers>();
        services.AddControllers();
    }
}
