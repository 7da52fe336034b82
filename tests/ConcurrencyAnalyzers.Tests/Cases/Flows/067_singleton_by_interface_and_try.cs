// TryAddSingleton, an abstract base, a property that counts.
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cases.F067;

public interface IMeter
{
    long Total { get; }

    void Mark(int amount);
}

public abstract class MeterBase : IMeter
{
    public long Total { get; private set; }

    public void Mark(int amount) => Total += amount; // expect: RACE
}

public sealed class RequestMeter : MeterBase;

[ApiController]
public sealed class MetersController(IMeter meter) : ControllerBase
{
    [HttpPost]
    public void Post(int amount) => meter.Mark(amount);

    [HttpGet]
    public long Get() => meter.Total;
}

public static class Setup
{
    public static void Add(IServiceCollection services) => services.TryAddSingleton<IMeter, RequestMeter>();
}
