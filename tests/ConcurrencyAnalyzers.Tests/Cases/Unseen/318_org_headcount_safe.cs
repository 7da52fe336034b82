// Fork-join recursion in which every call has its own list of tasks and sums up the returned values. difficulty: medium
namespace Cases.U318;

public sealed class Department(string name, int staff)
{
    public string Name { get; } = name;
    public int Staff { get; } = staff;
    public List<Department> Units { get; } = [];
}

public static class Headcount
{
    public static async Task<int> CountAsync(Department department, Func<Department, Task<int>> vacancies)
    {
        int total = department.Staff;
        var units = new List<Task<int>>();
        foreach (var unit in department.Units)
        {
            units.Add(Task.Run(() => CountAsync(unit, vacancies)));
        }
        total += await vacancies(department);
        foreach (var unit in units)
        {
            total += await unit;
        }
        return total;
    }
}
