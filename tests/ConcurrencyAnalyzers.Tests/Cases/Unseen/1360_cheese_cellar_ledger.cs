// Wheels come into the cheese cellar and go out of it; every movement is reported before the next one starts. difficulty: medium
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1360;

public interface ICellarReporter
{
    Task ReportAsync(string cheese, int wheels);
}

public sealed class CheeseCellar(ICellarReporter reporter)
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Dictionary<string, int> _wheels = [];

    public Task BringAsync(string cheese, int wheels) => MoveAsync(cheese, wheels);

    public Task TakeAsync(string cheese, int wheels) => MoveAsync(cheese, -wheels);

    public async Task<int> CountAsync()
    {
        await _door.WaitAsync();
        try
        {
            return _wheels.Values.Sum();
        }
        finally
        {
            _door.Release();
        }
    }

    private async Task MoveAsync(string cheese, int change)
    {
        await _door.WaitAsync();
        try
        {
            int before = _wheels.GetValueOrDefault(cheese);
            await reporter.ReportAsync(cheese, before + change);
            _wheels[cheese] = before + change;
        }
        finally
        {
            _door.Release();
        }
    }
}
