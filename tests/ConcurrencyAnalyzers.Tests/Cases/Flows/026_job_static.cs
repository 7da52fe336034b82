// Quartz runs each job on an object of its own; two runs meet in the static.
using Quartz;

namespace Quartz
{
    public interface IJobExecutionContext
    {
        CancellationToken CancellationToken { get; }
    }

    public interface IJob
    {
        Task Execute(IJobExecutionContext context);
    }

    [AttributeUsage(AttributeTargets.Class)]
    public sealed class DisallowConcurrentExecutionAttribute : Attribute;
}

namespace Cases.F026
{
    public sealed class ReportJob : IJob
    {
        private static int s_reports;
        private int _pages;

        public Task Execute(IJobExecutionContext context)
        {
            _pages++;
            s_reports++; // expect: RACE
            return Task.CompletedTask;
        }
    }

    [DisallowConcurrentExecution]
    public sealed class NightlyJob : IJob
    {
        private static int s_nights;

        public Task Execute(IJobExecutionContext context)
        {
            s_nights++;
            return Task.CompletedTask;
        }
    }
}
